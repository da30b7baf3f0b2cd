/** Too low for areas that scroll on their own, as at a zoom of 200 %: the pane scrolls as a whole. */
export const short = '@media (max-height: 500px)';
