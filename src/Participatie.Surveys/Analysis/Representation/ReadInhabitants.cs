using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.Representation;

/// <param name="Who">Name and mail address.</param>
/// <param name="At">When.</param>
public sealed record InhabitantConsent(string Who, DateTimeOffset At);

/// <param name="Figures">In use now.</param>
/// <param name="IsOld">Older than <see cref="InhabitantFigures.MostYears"/>.</param>
/// <param name="Consent">To using old ones in the summary of this consultation; null when nobody said yes.</param>
public sealed record InhabitantsInUse(InhabitantFigures Figures, bool IsOld, InhabitantConsent? Consent)
{
    /// <summary>Old figures stay out of a summary until somebody says yes.</summary>
    public bool MayBeInSummary => !IsOld || Consent is not null;
}

/// <summary>
/// Reads which figures are in use: the last ones that were uploaded and not taken back, or those that come with the program.
/// </summary>
public sealed class ReadInhabitants(Database database, TimeProvider clock)
{
    public async Task<InhabitantsInUse> OfAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var figures = await ReadAsync(context, cancellationToken);
        var consent = await context.InhabitantConsents.AsNoTracking().SingleOrDefaultAsync(
            entry => entry.ConsultationId == consultationId && entry.Figures == figures.Number, cancellationToken);
        return new InhabitantsInUse(
            figures,
            figures.IsOld(Amsterdam.DayOf(clock.GetUtcNow())),
            consent is null ? null : new InhabitantConsent(consent.Who, DateTimeOffset.FromUnixTimeMilliseconds(consent.At)));
    }

    public async Task<InhabitantFigures> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await ReadAsync(context, cancellationToken);
    }

    internal static async Task<InhabitantFigures> ReadAsync(ParticipatieDb context, CancellationToken cancellationToken) =>
        await context.InhabitantFigures.AsNoTracking().Where(entry => !entry.IsTakenBack)
            .OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken) is { } stored
            ? new InhabitantFigures
            {
                Number = stored.Number,
                Year = stored.Year,
                Source = stored.Source,
                Inhabitants = InhabitantFigures.ReadInhabitants(stored.Inhabitants),
            }
            : InhabitantFigures.BuiltIn;
}
