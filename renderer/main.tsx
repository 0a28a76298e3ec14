import { createRoot } from 'react-dom/client';
import { connect } from './api/connect.ts';

const root = document.getElementById('root');
if (root) {
  const client = await connect();
  const session = await client.session.getSession();
  createRoot(root).render(<main>Relay Console {session.version}</main>);
}
