"""Archives of any number of articles: partition by partition, on the cores of this machine or on a
cluster; see `docs/performance.md`. Needs `pip install 'onrecord[archive]'`."""
