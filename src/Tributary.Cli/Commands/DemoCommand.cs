using System.CommandLine;

namespace Tributary.Cli.Commands;

internal static class DemoCommand
{
    public static Command Create(Surface surface) => new("demo", "later");
}
