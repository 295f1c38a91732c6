using Participatie.Journeys.Checking;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Participatie.Journeys;

/// <summary>
/// The journeys, and beside them <c>check …</c>, which looks at a version on any site: both need a browser, which the site does not.
/// </summary>
internal static class Program
{
    private const string Check = "check";

    // As the generated one chooses between test explorers and the console.
    private static readonly string[] Explorer = ["--server", "--internal-msbuild-node"];

    public static async Task<int> Main(string[] args) => args switch
    {
        [Check, .. var options] => await CheckCommand.RunAsync(options),
        _ when args.Intersect(Explorer, StringComparer.Ordinal).Any() =>
            await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => await ConsoleRunner.Run(args),
    };
}
