using System.CommandLine;
using Participatie.Load.Serving;

namespace Participatie.Load.Crashing;

/// <summary><c>crash</c>: kills the server again and again under load. Nothing acknowledged may be lost, nothing counted twice.</summary>
internal static class CrashCommand
{
    public static Command Of()
    {
        var server = new Option<string>("--server") { Required = true, Description = "The published Participatie.Web.dll." };
        var slug = new Option<string>("--slug") { DefaultValueFactory = _ => "themas" };
        var kills = new Option<int>("--kills") { DefaultValueFactory = _ => 20 };
        var residents = new Option<int>("--residents") { DefaultValueFactory = _ => 32 };
        var place = new Place();
        var command = new Command("crash", "Kill the server under load and look what is left.") { server, slug, kills, residents };
        place.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (!place.IsGiven(parsed))
            {
                throw new InvalidOperationException("Say --data or --connection: what is left is looked at in the database itself.");
            }

            var run = new CrashRun(parsed.GetValue(server)!, place.Settings(parsed), parsed.GetValue(slug)!);
            return await run.RunAsync(parsed.GetValue(kills), parsed.GetValue(residents), cancellationToken) ? 0 : 1;
        });
        return command;
    }
}
