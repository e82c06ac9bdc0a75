using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;

namespace WorkshopHub.Web.Reports.Memory;

/// <summary>A few things that earlier programmes learned, beside the work of who begins the next one.</summary>
/// <param name="Some">They.</param>
public sealed record Earlier(IReadOnlyList<Remembered> Some)
{
    /// <summary>How many stand there.</summary>
    public const int Most = 4;
}

/// <summary>Puts what earlier programmes learned beside a new programme and beside the problems that are written for it.</summary>
public sealed class EarlierLearned : IProgrammePart
{
    /// <inheritdoc />
    public ProgrammePart Of(Reads reads, long? programme, string about) => new("~/Reports/Memory/_Earlier.cshtml", new Earlier(Remembered.Near(reads, programme, about, Earlier.Most)));
}
