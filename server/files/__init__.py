"""Files over HTTP: uploaded and downloaded by signed links, kept outside the process."""
