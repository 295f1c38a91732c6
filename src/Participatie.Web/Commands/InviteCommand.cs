using System.CommandLine;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Commands;

/// <summary><c>invite SLUG --count N --out FILE</c>: codes for letters. The file is the only place where they can be read.</summary>
public static class InviteCommand
{
    public static Command Of(string[] args)
    {
        var slug = new Argument<string>("slug") { Description = "The consultation." };
        var count = new Option<int>("--count") { Description = "How many codes.", Required = true };
        count.Validators.Add(result =>
        {
            if (result.GetValue(count) is < 1 or > 1_000_000)
            {
                result.AddError("--count is between 1 and 1000000.");
            }
        });
        var batch = new Option<string>("--batch") { Description = "Name of the mailing.", DefaultValueFactory = _ => "1" };
        var file = new Option<FileInfo>("--out") { Description = "The file to make, one code a line.", Required = true };
        var command = new Command("invite", "Make invitation codes for letters.") { slug, count, batch, file };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            args,
            async (rooms, stop) =>
            {
                var version = rooms.GetRequiredService<Catalogue>().Demand(parsed.GetRequiredValue(slug));
                if (version.Definition.Invitation == InvitationRule.None)
                {
                    throw new InvalidOperationException($"Consultation '{parsed.GetRequiredValue(slug)}' has no invitations.");
                }

                // The file first: codes that could not be written down would be of no use to anybody.
                await using var codes = new StreamWriter(PrivateFile.Create(parsed.GetRequiredValue(file).FullName, FileMode.CreateNew));
                foreach (var code in await rooms.GetRequiredService<Invitations>()
                    .MakeAsync(version.ConsultationId, parsed.GetRequiredValue(batch), parsed.GetRequiredValue(count), stop))
                {
                    await codes.WriteLineAsync(code.ToString());
                }

                Console.WriteLine($"{parsed.GetRequiredValue(count)} codes in {parsed.GetRequiredValue(file).FullName}");
                return 0;
            },
            cancellationToken));
        return command;
    }
}
