using System.CommandLine;
using Participatie.Load.Serving;

namespace Participatie.Load.Walking;

/// <summary>
/// <c>walk</c>: full walks over plain HTTP, and afterwards the proof that each thanked resident's response is there and counted.
/// </summary>
internal static class WalkCommand
{
    public static Command Of()
    {
        var url =
            new Option<Uri?>("--url") { CustomParser = given => new Uri(given.Tokens[0].Value), Description = "A running site; it must "
                + "trust this machine as a proxy, since each resident sends an address." };
        var server = new Option<string?>("--server") { Description = "Or: the published Participatie.Web.dll, to be started for it." };
        var slug = new Option<string>("--slug") { DefaultValueFactory = _ => "themas" };
        var residents = new Option<int>("--residents") { DefaultValueFactory = _ => 64, Description = "How many at a time." };
        var walks = new Option<int>("--walks") { DefaultValueFactory = _ => 500, Description = "How many in all." };
        var think = new Option<int>("--think") { Description = "Milliseconds before each form is sent." };
        var codes = new Option<FileInfo?>("--codes")
        {
            Description = "For a consultation with letters: the file that invite made, one code a line.",
        };
        var place = new Place();
        var command = new Command("walk", "Play residents over plain HTTP.") { url, server, slug, residents, walks, think, codes };
        place.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var own = parsed.GetValue(server) is { } program
                ? await Server.SiteAsync(program, FreePort.Next(), place.Settings(parsed), cancellationToken)
                : null;
            var site = own?.Url ?? parsed.GetValue(url) ?? throw new InvalidOperationException("Say --url or --server.");
            var invitations = parsed.GetValue(codes) is { } file ? await File.ReadAllLinesAsync(file.FullName, cancellationToken) : [];
            var crowd = new Crowd(site, parsed.GetValue(slug)!, TimeSpan.FromMilliseconds(parsed.GetValue(think)), invitations);
            await crowd.WalkAsync(parsed.GetValue(residents), parsed.GetValue(walks), cancellationToken);
            crowd.Print();
            if (own is not null)
            {
                Console.WriteLine($"server memory: {own.Memory >> 20} MB now, {own.PeakMemory >> 20} MB at most");
            }

            var uncounted = await (place.IsGiven(parsed)
                ? ReceiptCheck.InDatabaseAsync(place.Settings(parsed), crowd.Receipts, cancellationToken)
                : ReceiptCheck.OverHttpAsync(site, crowd.Receipts, cancellationToken));
            Console.WriteLine($"{crowd.Receipts.Count - uncounted} of {crowd.Receipts.Count} thanked residents have a counted response");
            return uncounted == 0 && crowd.Timings.Errors == 0 ? 0 : 1;
        });
        return command;
    }
}
