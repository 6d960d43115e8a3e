import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const server = process.env.TANDEM_DEV_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  plugins: [
    react(),
    VitePWA({
      // 'prompt': a new version never reloads the page under someone who is typing.
      registerType: 'prompt',
      injectRegister: null,
      includeAssets: ['icon.svg'],
      manifest: {
        name: 'Tandem',
        short_name: 'Tandem',
        description: "One district plan with every school's plan embedded in it.",
        start_url: '/',
        display: 'standalone',
        background_color: '#faf8f4',
        theme_color: '#0f5c63',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: '/icon-maskable.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,woff2}'],
        navigateFallback: '/index.html',
        // Languages but English wait until somebody chooses them, and are kept from then on.
        globIgnores: ['**/assets/{es,ar}-*.js'],
        runtimeCaching: [
          {
            urlPattern: /\/assets\/(es|ar)-[^/]+\.js$/,
            handler: 'CacheFirst',
            options: { cacheName: 'languages', expiration: { maxEntries: 150 } },
          },
        ],
        // What the server renders itself is never answered with the shell.
        navigateFallbackDenylist: [/^\/(api|api-docs|public|live|healthz|readyz|metrics)(\/|$)/],
        cleanupOutdatedCaches: true,
        sourcemap: false,
      },
    }),
  ],
  build: {
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: 5173,
    proxy: {
      // As objects: the short form rewrites Host, and the server compares it with Origin.
      '/api': { target: server },
      '/public': { target: server },
      '/live': { target: server, ws: true },
    },
  },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
} as Parameters<typeof defineConfig>[0]);
