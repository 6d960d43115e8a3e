import { describe } from 'vitest';
import { tellStory } from './story';

if (process.env.TANDEM_TEST_POSTGRESQL) {
  tellStory('desktop, PostgreSQL', { width: 1280, height: 900 });
} else {
  describe.skip('desktop, PostgreSQL: name a cluster in TANDEM_TEST_POSTGRESQL', () => {});
}
