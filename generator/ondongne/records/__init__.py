"""The records: what councils and cities write down, read from YAML and checked one by one."""
