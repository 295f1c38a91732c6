using System.CommandLine;

namespace Participatie.Load.Clustering;

/// <summary>
/// <c>cluster</c>: two web processes, two workers, PostgreSQL and the queue behind a proxy, struck again and again. Nothing acknowledged
/// may be lost, nothing counted twice, and nobody may have to try more than once.
/// </summary>
internal static class ClusterCommand
{
    public static Command Of()
    {
        var server = new Option<string>("--server") { Required = true, Description = "The published Participatie.Web.dll." };
        var slug = new Option<string>("--slug") { DefaultValueFactory = _ => "themas" };
        var kills = new Option<int>("--kills") { DefaultValueFactory = _ => 40 };
        var residents = new Option<int>("--residents") { DefaultValueFactory = _ => 16 };
        var queue = new Option<QueueKind>("--queue") { Description = "A table of the database, or Service Bus as the tests' broker is." };
        var command = new Command("cluster", "Kill processes of several under load and look what is left.")
        {
            server, slug, kills, residents, queue,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var run = new ClusterRun(parsed.GetValue(server)!, parsed.GetValue(slug)!, parsed.GetValue(queue));
            return await run.RunAsync(parsed.GetValue(kills), parsed.GetValue(residents), cancellationToken) ? 0 : 1;
        });
        return command;
    }
}
