using System.Buffers.Binary;
using System.Buffers.Text;
using Participatie.Surveys.Codes;

namespace Participatie.Web.Pages.Answering;

/// <summary>When a page of a question was shown.</summary>
/// <param name="Text">As it stands in the form.</param>
/// <param name="Age">How long ago; nothing for one that was made just now.</param>
internal readonly record struct ShownMark(string Text, TimeSpan Age);

/// <summary>
/// Makes and reads the mark in the form of a question that tells how long its page was looked at: the moment and a short seal, so that
/// nobody makes one up. It stands in the page, so nothing about it is kept with a draft or anywhere else, any instance can read it, and who
/// never sends the form leaves no trace. Whoever sends an old page again is counted with that age, and sums cut off what is long.
/// </summary>
internal sealed class ShownMarks(CodeKeys keys, TimeProvider clock)
{
    private const string Purpose = "shown";
    private const int MomentBytes = sizeof(uint);
    private const int SealBytes = 2;

    /// <summary>A page that was left open overnight says nothing.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public ShownMark New()
    {
        Span<byte> mark = stackalloc byte[MomentBytes + SealBytes];
        BinaryPrimitives.WriteUInt32BigEndian(mark, (uint)(clock.GetUtcNow() - Begin).TotalSeconds);
        SealOf(mark[..MomentBytes]).CopyTo(mark[MomentBytes..]);
        return new ShownMark(Base64Url.EncodeToString(mark), TimeSpan.Zero);
    }

    /// <returns>Null when it is none of ours, or of long ago.</returns>
    public ShownMark? Read(string? text)
    {
        Span<byte> mark = stackalloc byte[MomentBytes + SealBytes];
        if (text is null
            || !Base64Url.IsValid(text, out var length)
            || length != mark.Length
            || !Base64Url.TryDecodeFromChars(text, mark, out _)
            || !mark[MomentBytes..].SequenceEqual(SealOf(mark[..MomentBytes])))
        {
            return null;
        }

        var age = clock.GetUtcNow() - Begin - TimeSpan.FromSeconds(BinaryPrimitives.ReadUInt32BigEndian(mark));
        return age > Longest || age < TimeSpan.FromSeconds(-1)
            ? null
            : new ShownMark(text, age < TimeSpan.Zero ? TimeSpan.Zero : age);
    }

    private ReadOnlySpan<byte> SealOf(ReadOnlySpan<byte> moment) => keys.Newest.Keyed(Purpose, moment).AsSpan(0, SealBytes);
}
