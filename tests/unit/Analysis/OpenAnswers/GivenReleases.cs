using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Tests.Analysis.OpenAnswers;

/// <summary>What staff do with open answers, where a test is about something else.</summary>
internal static class GivenReleases
{
    public static Task<IReadOnlyList<OpenAnswer>> FirstAsync(
        this ListOpenAnswers list, PublishedVersion version, string question, int most, byte[]? after = null) => list.ListAsync(
        new OpenAnswersRequest { ConsultationId = version.ConsultationId, QuestionId = question, After = after ?? [], Most = most },
        TestContext.Current.CancellationToken);

    public static Task<bool> ReleaseAsync(this GroupedWriter writer, PublishedVersion version, byte[] response, string question) =>
        writer.WriteAsync(
            scope => ReleaseAnswer.ReleaseAsync(scope, version.ConsultationId, response, question), TestContext.Current.CancellationToken);

    public static Task<bool> TakeBackAsync(this GroupedWriter writer, PublishedVersion version, byte[] response, string question) =>
        writer.WriteAsync(
            scope => ReleaseAnswer.TakeBackAsync(scope, version.ConsultationId, response, question), TestContext.Current.CancellationToken);
}
