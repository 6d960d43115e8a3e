import { tellStory } from './story';

delete process.env.TANDEM_TEST_POSTGRESQL;
tellStory('desktop, SQLite', { width: 1280, height: 900 });
