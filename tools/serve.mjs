// Local defaults for the production server; every value can be set from outside.
process.env.HOST ??= '127.0.0.1';
process.env.PORT ??= '3000';
process.env.ORIGIN ??= `http://localhost:${process.env.PORT}`;
await import('../build/index.js');
console.log(`Open ${process.env.ORIGIN}`);
