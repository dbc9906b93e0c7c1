import '@mantine/core/styles/default-css-variables.css';
import './ui/mantine.css';
import './ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { shareNonce } from './app/nonce';
import { pressOnce } from './ui/pressOnce';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root');
shareNonce();
pressOnce();
createRoot(root).render(<App />);
void import('./api/vitals').then(({ reportVitals }) => reportVitals());
