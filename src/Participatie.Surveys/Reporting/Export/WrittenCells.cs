namespace Participatie.Surveys.Reporting.Export;

/// <summary>Cells of a file that is text: gathered in a buffer, written while the next is filled.</summary>
public abstract class WrittenCells : Cells
{
    private readonly BackgroundWriter _writer;
    private int _rowStart;

    protected WrittenCells(Stream target) => _writer = new BackgroundWriter(target);

    private protected OutputBuffer Output => _writer.Output;

    public override void BeginRow(int version) => _rowStart = Output.Length;

    public sealed override void DropRow() => Output.CutTo(_rowStart);

    public sealed override ValueTask HandOnAsync(CancellationToken cancellationToken) => _writer.HandOnAsync(cancellationToken);

    /// <summary>Nothing more follows.</summary>
    public Task EndAsync(CancellationToken cancellationToken) => _writer.EndAsync(cancellationToken);
}
