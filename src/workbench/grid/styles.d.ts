/** Style sheets are bundled for their effect on the page; they export nothing. */
declare module '*.css';
