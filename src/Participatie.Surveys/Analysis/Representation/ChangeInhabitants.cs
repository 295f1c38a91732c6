using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.Representation;

/// <summary>
/// Puts other figures in use, takes them back, and keeps somebody's yes to old ones: each inside the transaction that writes down who did
/// it.
/// </summary>
public sealed class ChangeInhabitants(TimeProvider clock)
{
    /// <param name="scope">The transaction.</param>
    /// <param name="figures">Their number is given here.</param>
    /// <param name="who">For the list.</param>
    /// <returns>Those that were in use until now.</returns>
    public async ValueTask<InhabitantFigures> UseAsync(WriteScope scope, InhabitantFigures figures, string who)
    {
        var before = await ReadInhabitants.ReadAsync(scope.Context, default);
        var last = await scope.Context.InhabitantFigures.MaxAsync(entry => (int?)entry.Number) ?? InhabitantFigures.BuiltInNumber;
        scope.Context.InhabitantFigures.Add(new InhabitantFiguresEntry
        {
            Number = last + 1,
            Year = figures.Year,
            Source = figures.Source,
            Inhabitants = figures.WriteInhabitants(),
            At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            Who = who,
            IsTakenBack = false,
        });
        await scope.Context.SaveChangesAsync();
        return before;
    }

    /// <returns>Those that were taken back, or null when a colleague was first; and those that are in use now.</returns>
    public static async ValueTask<(InhabitantFigures? TakenBack, InhabitantFigures Now)> TakeBackAsync(WriteScope scope, int number)
    {
        var before = await ReadInhabitants.ReadAsync(scope.Context, default);
        var isDone = before.Number == number
            && await scope.Context.InhabitantFigures.Where(entry => entry.Number == number && !entry.IsTakenBack)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.IsTakenBack, true)) == 1;
        return (isDone ? before : null, isDone ? await ReadInhabitants.ReadAsync(scope.Context, default) : before);
    }

    /// <returns>False when somebody said yes before, or these figures are not in use any more.</returns>
    public async ValueTask<bool> ConsentAsync(WriteScope scope, int consultationId, int figures, string who)
    {
        if ((await ReadInhabitants.ReadAsync(scope.Context, default)).Number != figures
            || await scope.Context.InhabitantConsents.AnyAsync(
                entry => entry.ConsultationId == consultationId && entry.Figures == figures))
        {
            return false;
        }

        scope.Context.InhabitantConsents.Add(new InhabitantConsentEntry
        {
            ConsultationId = consultationId,
            Figures = figures,
            At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            Who = who,
        });
        await scope.Context.SaveChangesAsync();
        return true;
    }

    /// <returns>False when there was no yes.</returns>
    public static async ValueTask<bool> TakeBackConsentAsync(WriteScope scope, int consultationId, int figures) =>
        await scope.Context.InhabitantConsents.Where(entry => entry.ConsultationId == consultationId && entry.Figures == figures)
            .ExecuteDeleteAsync() == 1;
}
