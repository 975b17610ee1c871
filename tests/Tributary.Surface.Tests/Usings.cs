global using Tributary.Tests;
