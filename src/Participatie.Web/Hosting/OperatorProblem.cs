using System.Data.Common;
using System.Net.Sockets;

namespace Participatie.Web.Hosting;

/// <summary>What stops a start or a command and whoever runs it has to mend: said in one sentence, without a stack trace.</summary>
internal static class OperatorProblem
{
    /// <returns>Null for what is a fault of ours.</returns>
    public static string? Of(Exception problem) => problem switch
    {
        WrongSettingException => problem.Message,
        DbException or SocketException => $"The database cannot be used: {FirstLine(problem)}",
        InvalidDataException => $"This file is damaged or of another kind: {FirstLine(problem)}",
        // A port that is taken, a disk that is full, a folder of somebody else's, an address that is none.
        IOException or UnauthorizedAccessException or FormatException => FirstLine(problem),
        _ => null,
    };

    private static string FirstLine(Exception problem) => problem.Message.Split('\n')[0].Trim();
}
