namespace WorkshopHub.Web.Data;

/// <summary>A room with words that only some may read. In a copy that is played with, they are taken out before anybody sits down.</summary>
public interface IForgotten
{
    /// <summary>Takes them out of the copy.</summary>
    void Forget(Writes writes);
}
