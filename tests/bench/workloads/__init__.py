"""One workload of reads a file; the name of each module's workload is ``WORKLOAD``."""
