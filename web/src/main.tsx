import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { chooseLanguage, currentLanguage } from './choose-language.ts';
import './style/page.css';

await chooseLanguage(currentLanguage());
createRoot(document.querySelector('#app')!).render(<App />);
