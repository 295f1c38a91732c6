using System.CommandLine;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting;

namespace Participatie.Web.Commands;

/// <summary><c>nietbegrepen SLUG</c>: where residents said "Ik snap deze vraag niet", the most often first.</summary>
public static class NotUnderstoodCommand
{
    public static Command Of(string[] args)
    {
        var slug = new Argument<string>("slug") { Description = "The consultation." };
        var command = new Command("nietbegrepen", "List the questions that residents did not understand.") { slug };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            args,
            async (rooms, stop) =>
            {
                var consultation = rooms.GetRequiredService<Catalogue>().Demand(parsed.GetRequiredValue(slug));
                Console.WriteLine("count version question step language");
                foreach (var page in await rooms.GetRequiredService<ListNotUnderstood>().ListAsync(consultation.ConsultationId, stop))
                {
                    Console.WriteLine($"{page.Count} {page.Version} {page.QuestionId} {page.Step} {page.Language}");
                }

                return 0;
            },
            cancellationToken));
        return command;
    }
}
