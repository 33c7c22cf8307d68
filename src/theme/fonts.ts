/** Vazirmatn for both scripts; the browser fetches only the part whose letters are on the page. */
import '@fontsource-variable/vazirmatn/wght.css';
