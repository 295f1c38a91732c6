using System.CommandLine;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;

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
            "antwoord openbaar gemaakt",
            ReleaseAnswer.ReleaseAsync),
        Decide(
            args,
            "hide",
            "Take an answer off the public page.",
            "antwoord verborgen",
            ReleaseAnswer.TakeBackAsync),
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
                byte[] after = [];
                IReadOnlyList<OpenAnswer> page;
                do
                {
                    page = await rooms.GetRequiredService<ListOpenAnswers>()
                        .ListAsync(
                            new OpenAnswersRequest
                            {
                                ConsultationId = consultation,
                                QuestionId = parsed.GetRequiredValue(question),
                                After = after,
                                Most = PageSize,
                            },
                            stop);
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
        string[] args, string name, string description, string action, Func<WriteScope, int, byte[], string, ValueTask<bool>> decide)
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
                var (consultation, asked) = (parsed.GetRequiredValue(slug), parsed.GetRequiredValue(question));
                var id = new byte[16];
                var isId = parsed.GetRequiredValue(response).Length == 32
                    && Convert.FromHexString(parsed.GetRequiredValue(response), id, out _, out _) == System.Buffers.OperationStatus.Done;
                var done = await rooms.GetRequiredService<RunAudited>().RunAsync(
                    async scope =>
                    {
                        var done = isId && await decide(scope, ConsultationOf(rooms, consultation, asked), id, asked);
                        return (done, new AuditNote("opdrachtregel", "", action, $"{consultation}/{asked}")
                        {
                            Result = done ? AuditNote.Done : AuditNote.Refused,
                            After = Convert.ToHexStringLower(id),
                        });
                    },
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
