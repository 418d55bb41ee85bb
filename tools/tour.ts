// `npm run tour`: walks the three users through the demonstration and leaves the pictures of docs/tour.md.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('npx', ['playwright', 'test', 'tour', '--workers=1'], {
	stdio: 'inherit',
	env: { ...process.env, TOUR: '1' }
});
process.exitCode = status ?? 1;
