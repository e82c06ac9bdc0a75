using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>What another room shows beside a programme: its partial and what that is about.</summary>
/// <param name="Partial">Where the partial stands, from the top and with its ending.</param>
/// <param name="Model">What it shows.</param>
public sealed record ProgrammePart(string Partial, object Model);

/// <summary>A room that has something for who begins a programme or writes its problems.</summary>
public interface IProgrammePart
{
    /// <summary>What it shows there. The number of statements does not grow with what there is.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="programme">The programme; null while it is only begun.</param>
    /// <param name="about">What it should be about, e.g. the title of a problem; empty for anything.</param>
    ProgrammePart Of(Reads reads, long? programme, string about);
}
