import '@patternfly/react-core/dist/styles/base.css';
import '@patternfly/patternfly/patternfly-addons.css';
import './dashboard.css';
import { startDashboard } from './start-dashboard.tsx';

const root = document.getElementById('root');
if (root) {
  await startDashboard({ root, log: console });
}
