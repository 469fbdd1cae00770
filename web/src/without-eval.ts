import { z } from 'zod'

// Compiling schemas with `new Function` is forbidden by the content security policy. A schema asks whether it may
// at the moment it is made, so this has to run before any module that makes one: it is main.tsx's first import.
z.config({ jitless: true })
