"""Tests of newslint; they mirror its folders."""
