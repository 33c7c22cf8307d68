/** Shows every chart in every state: open /src/charts/gallery/index.html in the dev server. */
import { createRoot } from 'react-dom/client';
import { Gallery } from './Gallery.tsx';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Gallery />);
