using System.CommandLine;
using Participatie.Load.Clustering;
using Participatie.Load.Crashing;
using Participatie.Load.Filling;
using Participatie.Load.Limits;
using Participatie.Load.Walking;

namespace Participatie.Load;

/// <summary>Plays residents, fills databases, kills servers, and measures it all against the floor of the machine.</summary>
internal static class LoadProgram
{
    public static Task<int> Main(string[] args) =>
        new RootCommand("Load and endurance for Participatie.")
        {
            WalkCommand.Of(),
            FillCommand.Of(),
            CrashCommand.Of(),
            ClusterCommand.Of(),
            LimitCommand.Of(),
            FloorCommand.Of(),
        }.Parse(args).InvokeAsync();
}
