using System.Text;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Export.Formats;

namespace Participatie.Tests.Reporting;

/// <summary>What was damaged in storage takes no more away from an export than itself.</summary>
public sealed class DamagedResponsesTests
{
    private static readonly Consultation Definition = GivenConsultation.WithEveryKind().Build();

    [Theory]
    [InlineData("{\"choice\":\"$niets\"}")]
    [InlineData("{\"choices\":[\"wonen\",\"water\"]}")]
    [InlineData("{\"choices\":[\"wonen\"")]
    [InlineData("{\"budget\":[\"veel\",0,0]}")]
    [InlineData("{\"budget\":[1,2,3,4]}")]
    [InlineData("{\"open\":12}")]
    [InlineData("{\"open\":{\"text\":\"Half")]
    [InlineData("{\"nergens\":\"assen\"}")]
    [InlineData("{")]
    [InlineData("")]
    public async Task A_damaged_response_has_no_row_and_the_others_do(string damaged)
    {
        foreach (var format in ExportFormats.All.Where(format => format.HasRows).Select(format => format.Key))
        {
            using var whole = ExportRun.Of(Definition).WithResponse(Given("bus")).WithResponse(Given("fiets"));
            using var run = ExportRun.Of(Definition).WithDamaged(damaged).WithResponse(Given("bus")).WithDamaged(damaged).WithResponse(
                Given("fiets")).WithDamaged(damaged);

            var written = await run.WriteAsync(format, cancellationToken: TestContext.Current.CancellationToken);
            await whole.WriteAsync(format, cancellationToken: TestContext.Current.CancellationToken);

            Assert.Equal(new WrittenRows(2, 3), written);
            if (format is not ("csv" or "json"))
            {
                // The same cells in a file that is no text.
                continue;
            }

            // The number, channel and so on of a response follow from its place in the run.
            Assert.Equal(Lines(whole).Select(Answers), Lines(run).Select(Answers));
        }
    }

    private static Answers Given(string choice) => ExportColumnsTests.Given(
        Definition,
        [
            .. Definition.Numbered.Select(
                question => (question.Id, question.Id == "choice" ? (Answer)new Chosen(choice) : new Missing(Reason.Skipped))),
            ("information", new Seen()),
        ]);

    private static string[] Lines(ExportRun run) => Encoding.UTF8.GetString(run.Bytes("proef.csv")).Split('\n');

    private static string Answers(string line) =>
        line.Contains("nl-simple", StringComparison.Ordinal)
            ? line[line.IndexOf("nl-simple", StringComparison.Ordinal)..].Replace("helper", "", StringComparison.Ordinal)
                .Replace("nee", "", StringComparison.Ordinal).Replace("ja", "", StringComparison.Ordinal)
            : line;
}
