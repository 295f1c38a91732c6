namespace Participatie.Web.Hosting;

/// <summary>
/// What may be written down about a fault: its types and where in the program it happened. Its message may hold what somebody typed.
/// </summary>
internal static class FaultPlace
{
    public static string Of(Exception? fault)
    {
        var lines = new List<string?>();
        for (; fault is not null; fault = fault.InnerException)
            lines.AddRange([fault.GetType().FullName, fault.StackTrace]);
        return string.Join(Environment.NewLine, lines);
    }
}
