using System.Globalization;

namespace Participatie.Web.ReadingAloud;

/// <summary>The audio of one page.</summary>
/// <param name="Address">Names the recording of each passage, so that it never changes.</param>
/// <param name="Ends">When each passage is over, in tenths of a second.</param>
public sealed record Recording(string Address, IReadOnlyList<int> Ends)
{
    public string EndsInWords => string.Join(' ', Ends.Select(end => end.ToString(CultureInfo.InvariantCulture)));
}
