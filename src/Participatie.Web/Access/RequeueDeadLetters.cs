using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>
/// Gives responses that could not be counted another row of tries, with one line in the audit log that says how many of what.
/// </summary>
public sealed class RequeueDeadLetters(IResponseQueue queue, AuditLog audit, Catalogue catalogue)
{
    /// <param name="which">Of them.</param>
    /// <param name="who">For the audit log, with <paramref name="network"/>.</param>
    /// <param name="network">Where from.</param>
    /// <param name="cancellationToken">Before the work has begun.</param>
    /// <returns>How many.</returns>
    public async Task<int> RunAsync(Func<DeadLetter, bool> which, string who, string network, CancellationToken cancellationToken)
    {
        AuditEntry? line = null;
        var count = await queue.RequeueAsync(
            which,
            async (scope, letters) => line = await audit.AppendAsync(
                scope, new AuditNote(who, network, "reacties opnieuw geprobeerd", "wachtrij") { After = Said(letters) }),
            cancellationToken);
        if (line is not null)
            audit.Say([line]);
        return count;
    }

    private string Said(IReadOnlyList<DeadLetter> letters) => string.Join(
        ", ",
        letters.CountBy(letter => catalogue.LifeOf(letter.ConsultationId)?.Slug ?? "onbekend").OrderBy(of => of.Key, StringComparer.Ordinal)
            .Select(of => string.Create(CultureInfo.InvariantCulture, $"{of.Key} {of.Value}")));
}
