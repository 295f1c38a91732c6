namespace Participatie.Surveys.Reporting.Export.Formats;

/// <summary>A kind of file. It writes itself to a stream that cannot seek, and its memory stays the same at any number of responses.</summary>
public abstract class ExportFormat
{
    /// <summary>Its name on the command line, in forms and in the audit log.</summary>
    public abstract string Key { get; }

    /// <summary>Of the file's name, with its point.</summary>
    public abstract string Extension { get; }

    public abstract string MediaType { get; }

    /// <summary>Whether answers of persons are in it: then it is for analysts only.</summary>
    public virtual bool HasRows => true;

    /// <summary>Whether <see cref="ExportRequest.Semicolons"/> makes a difference.</summary>
    public virtual bool HasSeparator => false;

    /// <summary>Whether the responses are read a second time: then which they were the first time is remembered.</summary>
    public virtual bool ReadsAgain => false;

    /// <param name="source">What is to be written.</param>
    /// <param name="output">Stays open.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    public abstract Task<WrittenRows> WriteAsync(ExportSource source, Stream output, CancellationToken cancellationToken);
}

/// <param name="Rows">How many responses are in the file.</param>
/// <param name="Damaged">How many are not, because what is stored of them cannot be read any more.</param>
public sealed record WrittenRows(long Rows, long Damaged)
{
    public static WrittenRows Of(ResponseTable table) => new(table.Rows, table.Damaged);
}
