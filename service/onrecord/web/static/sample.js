/** An article of our own; place, people and papers are made up. */

export const SAMPLE = `Tide mill to restart after ninety years, port says

SELMOUTH, Tuesday — The old tide mill on the estuary will grind flour again by next autumn, the harbour trust announced on Monday, ninety-one years after its wheel last turned.

“We did not want another museum,” Nadia Ferreira, the trust's director, told reporters on the quay. “We wanted a working building, and this one has waited long enough.”

Ferreira said that volunteers had cleared four hundred tonnes of silt since March and that the new oak gates would be hung before Christmas. The repairs have cost 2.3 million marks so far, according to a report published by the county audit office.

Not everyone on the river is pleased. “Every spring tide they hold back is water that my boats cannot use,” said Owen Drummond, skipper of the cockle fleet. He called the scheme “a very expensive loaf of bread” and asked for a hearing.

According to the Estuary Post, two engineers on the project told the trust that the sluice could fail in a winter storm. Ferreira denied that. “Nobody has put such a warning on my desk,” she said.

Dr Amara Lindqvist, a hydrologist at the University of Carrow, has modelled the basin. “The risk is small but it is not nothing,” Lindqvist wrote in a post on her blog. “I would build the second spillway, and I would build it first.”

Mayor Tomasz Hale promised that the council would look at the spillway in January. “If it needs a wall, it gets a wall,” he said, adding that the town could not afford to lose the mill twice.

On the quay, opinion was lighter. “🍞 or boats, why not both?” read a banner on the ferry. A retired miller, who asked not to be named, said the first loaf was his.
`;
