/** Vazirmatn for both scripts; the browser fetches only the subsets whose characters are on the page. */
import '@fontsource-variable/vazirmatn/wght.css';
