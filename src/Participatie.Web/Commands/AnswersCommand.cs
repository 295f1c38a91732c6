using System.CommandLine;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Definition;

namespace Participatie.Web.Commands;

/// <summary><c>answers list|release|hide</c>: what people wrote, and which of it stands on the public page.</summary>
public static class AnswersCommand
{
    private const int PageSize = 500;

    public static Command Of(string[] args) => new("answers", "Open answers: read them, and decide which the public sees.")
    {
        List(args),
        Decide(
            args,
            "release",
            "Show an answer on the public page.",
            static (answers, version, id, question, stop) => answers.ReleaseAsync(version, id, question, stop)),
        Decide(
            args,
            "hide",
            "Take an answer off the public page.",
            static (answers, version, id, question, stop) => answers.TakeBackAsync(version, id, question, stop)),
    };

    private static Command List(string[] args)
    {
        var slug = new Argument<string>("slug") { Description = "The consultation." };
        var question = new Argument<string>("question")
        {
            Description = "The id of an open question, or of one with a line beside a choice.",
        };
        var command = new Command("list", "List what people wrote, with the id of each response.") { slug, question };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            args,
            async (rooms, stop) =>
            {
                var consultation = ConsultationOf(rooms, parsed.GetRequiredValue(slug), parsed.GetRequiredValue(question));
                byte[]? after = null;
                IReadOnlyList<OpenAnswer> page;
                do
                {
                    page = await rooms.GetRequiredService<ListOpenAnswers>()
                        .ListAsync(consultation, parsed.GetRequiredValue(question), after, PageSize, stop);
                    foreach (var answer in page)
                    {
                        Console.WriteLine(
                            $"{Convert.ToHexString(answer.ResponseId)} {(answer.IsReleased ? "public" : "hidden")} {answer.Population} "
                                + $"{answer.Language}: {answer.Text.ReplaceLineEndings(" / ")}");
                        after = answer.ResponseId;
                    }
                }
                while (page.Count == PageSize);
                return 0;
            },
            cancellationToken));
        return command;
    }

    private static Command Decide(
        string[] args, string name, string description, Func<ReleaseAnswer, int, byte[], string, CancellationToken, Task<bool>> decide)
    {
        var slug = new Argument<string>("slug") { Description = "The consultation." };
        var question = new Argument<string>("question")
        {
            Description = "The id of an open question, or of one with a line beside a choice.",
        };
        var response = new Argument<string>("response") { Description = "The id of the response, as the list shows it." };
        var command = new Command(name, description) { slug, question, response };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            args,
            async (rooms, stop) =>
            {
                var id = new byte[16];
                var isId = parsed.GetRequiredValue(response).Length == 32
                    && Convert.FromHexString(parsed.GetRequiredValue(response), id, out _, out _) == System.Buffers.OperationStatus.Done;
                var done = isId && await decide(
                    rooms.GetRequiredService<ReleaseAnswer>(),
                    ConsultationOf(rooms, parsed.GetRequiredValue(slug), parsed.GetRequiredValue(question)),
                    id,
                    parsed.GetRequiredValue(question),
                    stop);
                return done ? 0 : throw new InvalidOperationException("There is no such answer.");
            },
            cancellationToken));
        return command;
    }

    private static int ConsultationOf(IServiceProvider rooms, string slug, string question)
    {
        var catalogue = rooms.GetRequiredService<Catalogue>();
        var consultation = catalogue.Demand(slug).ConsultationId;
        return catalogue.VersionsOf(consultation).Any(version => version.Definition.Find(question) is { TakesWords: true })
            ? consultation
            : throw new InvalidOperationException($"'{slug}' has no question '{question}' that takes words.");
    }
}
