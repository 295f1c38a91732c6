using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake;

/// <summary>
/// Something that was withdrawn or deleted, so that a restored backup forgets it again: a row of the database, written by the transaction
/// that forgets, and a line of a file beside it (<see cref="ForgottenLog"/>). Nothing of what was forgotten is in it.
/// </summary>
public sealed record ForgottenEntry
{
    public const string Receipt = "receipt";
    public const string Consultation = "consultation";

    /// <summary>One of the two above.</summary>
    public required string What { get; init; }

    /// <summary>The receipt's hash in hexadecimal digits, or the consultation's number.</summary>
    public required string Which { get; init; }

    /// <summary>Milliseconds since 1970, UTC, of the hour in which it was forgotten: nobody needs it more exactly.</summary>
    public required long At { get; init; }

    public static ForgottenEntry OfReceipt(byte[] receiptHash, DateTimeOffset now) =>
        new() { What = Receipt, Which = Convert.ToHexString(receiptHash), At = HourOf(now) };

    /// <summary>All responses of a consultation were deleted because their time was over.</summary>
    public static ForgottenEntry OfConsultation(int consultationId, DateTimeOffset now) =>
        new() { What = Consultation, Which = consultationId.ToString(CultureInfo.InvariantCulture), At = HourOf(now) };

    /// <summary>Reads <see cref="ToString"/>; null for a line that a crash cut short, which had not been acknowledged to anybody.</summary>
    public static ForgottenEntry? Parse(string line) =>
        line.Split(' ') is [var time, var what, var which]
            && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && IsWhole(what, which)
            ? new ForgottenEntry { What = what, Which = which, At = at }
            : null;

    /// <summary>Part of the transaction that forgets.</summary>
    public async ValueTask StoreAsync(WriteScope scope)
    {
        if (await scope.Context.Forgotten.Where(entry => entry.What == What && entry.Which == Which)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.At, At)) == 0)
        {
            scope.Context.Forgotten.Add(this);
            await scope.Context.SaveChangesAsync();
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At} {What} {Which}");

    private static bool IsWhole(string what, string which) => what switch
    {
        Receipt => which.Length == 64 && which.All(char.IsAsciiHexDigit),
        Consultation => int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    private static long HourOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / 3600 * 3_600_000;
}
