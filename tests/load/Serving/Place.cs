using System.CommandLine;
using Participatie.Surveys.Codes;

namespace Participatie.Load.Serving;

/// <summary>Which database is meant: the options of every verb that opens one, and the settings that they become.</summary>
internal sealed class Place
{
    private readonly Option<string?> _data =
        new("--data") { Description = "Data folder of the embedded database; with PostgreSQL the folder of the other files." };
    private readonly Option<string?> _connection = new("--connection") { Description = "Connection string of PostgreSQL." };
    private readonly Option<string?> _codeKey = new("--code-key") { Description = "The code key in base64, needed with PostgreSQL." };

    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_connection);
        command.Add(_codeKey);
    }

    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_data) is not null || parsed.GetValue(_connection) is not null;

    /// <summary>As the site and its commands take them.</summary>
    public string[] Settings(ParseResult parsed) =>
    [
        .. Setting("Participatie:Data", parsed.GetValue(_data) is { } folder ? Path.GetFullPath(folder) : null),
        .. Setting("ConnectionStrings:Participatie", parsed.GetValue(_connection)),
        .. Setting("Participatie:CodeKey", parsed.GetValue(_codeKey)),
    ];

    private static string[] Setting(string name, string? value) => value is null ? [] : [$"--{name}={value}"];
}
