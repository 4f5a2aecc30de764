"""What is kept between runs: the results of files, and the analysis of their paragraphs."""
