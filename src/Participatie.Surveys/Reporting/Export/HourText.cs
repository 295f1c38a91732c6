using System.Globalization;
using System.Text;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>The hour of a response as files of text write it. Few hours and many responses: each is written out once.</summary>
internal sealed class HourText
{
    private readonly Dictionary<long, byte[]> _hours = [];

    public ReadOnlySpan<byte> Of(long hour)
    {
        if (!_hours.TryGetValue(hour, out var written))
        {
            written = Encoding.UTF8.GetBytes(
                DateTimeOffset.UnixEpoch.AddHours(hour).ToString("yyyy-MM-dd'T'HH':00Z'", CultureInfo.InvariantCulture));
            _hours.Add(hour, written);
        }

        return written;
    }
}
