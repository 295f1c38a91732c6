using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Studies;

/// <summary>Begins a study, keeps it further, and publishes it. What was public stays readable until something newer is.</summary>
public sealed class SaveStudy(TimeProvider clock)
{
    /// <returns>The number of a new study.</returns>
    /// <exception cref="StudyException">A text is too long.</exception>
    public async ValueTask<int> BeginAsync(WriteScope scope, Study study, string who)
    {
        var last = await scope.Context.Studies.MaxAsync(entry => (int?)entry.Number) ?? 0;
        await AppendAsync(scope, new StudyRevision(last + 1, 1, StudyState.Draft, study, clock.GetUtcNow(), who));
        return last + 1;
    }

    /// <param name="scope">The transaction.</param>
    /// <param name="seen">The newest revision when the form was made.</param>
    /// <param name="study">As it is from now on.</param>
    /// <param name="state">Whether everybody may read it.</param>
    /// <param name="who">As the audit log says people.</param>
    /// <exception cref="StudyException">See <see cref="StudyRefusal"/>.</exception>
    public async ValueTask SaveAsync(WriteScope scope, StudyRevision seen, Study study, StudyState state, string who)
    {
        var last = await scope.Context.Studies.Where(entry => entry.Number == seen.Number).MaxAsync(entry => (int?)entry.Revision);
        if (last != seen.Revision)
            throw new StudyException(StudyRefusal.ChangedMeanwhile, []);
        await AppendAsync(scope, new StudyRevision(seen.Number, seen.Revision + 1, state, study, clock.GetUtcNow(), who));
    }

    private static async ValueTask AppendAsync(WriteScope scope, StudyRevision revision)
    {
        var problems = revision.State == StudyState.Published
            ? StudyCheck.ForPublishing(revision.Study, Amsterdam.DayOf(revision.At))
            : StudyCheck.ForDraft(revision.Study);
        if (problems.ToList() is { Count: > 0 } found)
            throw new StudyException(StudyRefusal.HasProblems, found);
        scope.Context.Studies.Add(new StudyEntry
        {
            Number = revision.Number,
            Revision = revision.Revision,
            State = (short)revision.State,
            Document = revision.Study.Write(),
            At = revision.At.ToUnixTimeMilliseconds(),
            Who = revision.Who,
        });
        await scope.Context.SaveChangesAsync();
    }
}
