namespace Participatie.Web.Frame;

/// <summary>How somebody wants to read. Components get those of their visitor by <c>@inject ReadingSettings Reading</c>.</summary>
public sealed class ReadingSettings
{
    /// <summary>The device's own settings: a page says nothing about them.</summary>
    public static readonly ReadingSettings Default = new(new int[ReadingSetting.All.Count]);

    // "g0." for each setting; the last one has no full stop.
    private const int PartLength = 3;
    private static readonly int WholeLength = (ReadingSetting.All.Count * PartLength) - 1;

    private readonly int[] _chosen;

    private ReadingSettings(int[] chosen) => _chosen = chosen;

    public bool ShowsPictures => Chosen(ReadingSetting.Pictures) is null;

    public bool IsDefault => Array.TrueForAll(_chosen, place => place == 0);

    /// <summary>The chosen value; null where nothing else than the first was chosen.</summary>
    public string? Chosen(ReadingSetting setting) => _chosen[PlaceOf(setting)] is > 0 and var place ? setting.Values[place] : null;

    /// <summary>The same with one setting changed; null when it has no such value.</summary>
    public ReadingSettings? With(ReadingSetting setting, string? value)
    {
        for (var place = 0; place < setting.Values.Count; place++)
        {
            if (setting.Values[place] != value)
                continue;
            int[] chosen = [.. _chosen];
            chosen[PlaceOf(setting)] = place;
            return new ReadingSettings(chosen);
        }

        return null;
    }

    /// <summary>As the cookie holds it: <c>g2.r1.c3.p0.l1</c>.</summary>
    public override string ToString() =>
        string.Join('.', ReadingSetting.All.Select((setting, at) => $"{setting.Field[0]}{(char)('0' + _chosen[at])}"));

    /// <summary>Reads only what <see cref="ToString"/> writes. Anything else, whoever made it, is nobody's wish.</summary>
    public static ReadingSettings Parse(string? cookie)
    {
        if (cookie is null || cookie.Length != WholeLength)
            return Default;
        var chosen = new int[ReadingSetting.All.Count];
        for (var at = 0; at < chosen.Length; at++)
        {
            var part = cookie.AsSpan(at * PartLength);
            chosen[at] = part[1] - '0';
            if (part[0] != ReadingSetting.All[at].Field[0]
                || chosen[at] < 0 || chosen[at] >= ReadingSetting.All[at].Values.Count
                || (part.Length >= PartLength && part[2] != '.'))
                return Default;
        }

        return new ReadingSettings(chosen);
    }

    private static int PlaceOf(ReadingSetting setting)
    {
        for (var at = 0; at < ReadingSetting.All.Count; at++)
        {
            if (ReferenceEquals(ReadingSetting.All[at], setting))
                return at;
        }

        throw new ArgumentException($"'{setting.Name}' is not among the settings.", nameof(setting));
    }
}
