/** Shows every chart in every state: open /src/charts/gallery/index.html in the dev server. */
import { createRoot } from 'react-dom/client';
import { drawEverything } from '../../ui/whenNear.ts';
import { Gallery } from './Gallery.tsx';

drawEverything();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Gallery />);
