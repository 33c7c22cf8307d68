/** A gallery of all controls in all states: open /src/ui/gallery/index.html in the dev server. */
import { createRoot } from 'react-dom/client';
import { I18nProvider } from '../../i18n/I18n.tsx';
import { Gallery } from './Gallery.tsx';

const root = document.getElementById('root');
const language = document.documentElement.lang === 'fa' ? 'fa' : 'en';
if (root !== null) {
  createRoot(root).render(
    <I18nProvider language={language} digits="native">
      <Gallery />
    </I18nProvider>,
  );
}
