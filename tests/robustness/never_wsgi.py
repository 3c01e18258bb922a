"""An application that takes longer to load than anybody waits."""

import time

time.sleep(60)
