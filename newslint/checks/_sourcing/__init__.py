"""Who a statement rests on, and who hides behind whom."""
